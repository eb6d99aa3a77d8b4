import type { IndicatorStatus } from '@fbs/core';
import { useState } from 'react';
import { currentOf, reasonOf } from '../../lib/stale-write.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { type IndicatorPage, useChangeIndicator } from './indicator-queries.ts';

type Step = 'adopted' | 'retired';

type Words = { readonly button: string; readonly title: string; readonly will: string; readonly done: string };

const wordsOf = (step: Step, status: IndicatorStatus): Words => {
  if (step === 'retired') {
    return {
      button: 'Retire',
      title: 'Retire this indicator',
      will: 'It leaves the counts, the lists and the data entry grid. Everything that was recorded stays, and it can be adopted again.',
      done: 'is retired',
    };
  }
  return {
    button: status === 'retired' ? 'Adopt again' : 'Adopt',
    title: status === 'retired' ? 'Adopt this indicator again' : 'Adopt this indicator',
    will: 'It is shown as adopted from now on, and counts like every indicator in force.',
    done: 'is adopted',
  };
};

const stepsFrom: Readonly<Record<IndicatorStatus, readonly Step[]>> = {
  proposed: ['adopted', 'retired'],
  adopted: ['retired'],
  retired: ['adopted'],
};

/** Adopting and retiring: each asks for its reason, which stays in the record. */
export const StatusActions = ({ page }: { page: IndicatorPage }) => {
  const [asked, setAsked] = useState<Step>();
  const change = useChangeIndicator(page.code);
  const { status } = page.definition;
  const words = asked === undefined ? undefined : wordsOf(asked, status);
  const answer = async (reason: string): Promise<string | undefined> => {
    if (asked === undefined) return undefined;
    try {
      await change.mutateAsync({ version: page.version, reason, definition: { status: asked } });
      setAsked(undefined);
      announce(`${page.code} ${words?.done}`);
      return undefined;
    } catch (error) {
      return currentOf(error) === undefined
        ? reasonOf(error)
        : 'Someone changed this indicator while you had it open. The page now shows the change: read it, then answer again.';
    }
  };
  return (
    <>
      {stepsFrom[status].map((step) => (
        <Button key={step} size="small" onClick={() => setAsked(step)}>
          {wordsOf(step, status).button}
        </Button>
      ))}
      {words !== undefined && (
        <AskDialog
          open
          title={`${words.title}: ${page.code}`}
          label="Reason"
          hint="Whoever reads the record later sees it, with your name."
          missing="Say why"
          action={words.button}
          onAnswer={answer}
          onClose={() => setAsked(undefined)}
        >
          <p>{words.will}</p>
        </AskDialog>
      )}
    </>
  );
};
