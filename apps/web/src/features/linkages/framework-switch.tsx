import { SwitchLink, SwitchLinks } from '../../ui/switch-links.tsx';
import { frameworkName } from './linkage-words.ts';
import type { Framework } from './sight.ts';

type FrameworkSwitchProps = { readonly frameworks: readonly Framework[]; readonly current: Framework };

/** To which framework the line is drawn. */
export const FrameworkSwitch = ({ frameworks, current }: FrameworkSwitchProps) => (
  <div>
    <SwitchLinks label="Framework">
      {frameworks.map((framework) => (
        <SwitchLink
          key={framework.code}
          to="."
          search={(previous) => ({ ...previous, framework: framework.code })}
          resetScroll={false}
          current={framework.code === current.code}
        >
          {frameworkName(framework)}
        </SwitchLink>
      ))}
    </SwitchLinks>
  </div>
);
