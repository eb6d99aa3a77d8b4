import { useQuery } from '@tanstack/react-query';
import { planQuery } from '../../lib/plan.ts';
import { useStrategy } from '../../lib/session.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { SwitchLink, SwitchLinks } from '../../ui/switch-links.tsx';

/** The goals beside each other, to go from one to the next. Its place is kept until their names are known. */
export const GoalSwitch = ({ current }: { current: string }) => {
  const { id } = useStrategy();
  const { asOf } = useYearAndAsOf();
  const goals = useQuery(planQuery(id, asOf)).data?.goals ?? [];
  return (
    <div className="goal-switch">
      {goals.length > 0 && (
        <SwitchLinks label="Goals">
          {goals.map(({ code, shortName }) => (
            <SwitchLink key={code} to="/goals/$code" params={{ code }} current={code === current}>
              {code} {shortName}
            </SwitchLink>
          ))}
        </SwitchLinks>
      )}
    </div>
  );
};
