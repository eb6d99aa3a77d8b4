import { roleLabels } from '@fbs/core';
import type { Session } from '../../lib/session.ts';
import { Tag } from '../../ui/tag.tsx';

export type Persona = Session['personas'][number];

type PersonaChoiceProps = {
  readonly personas: readonly Persona[];
  readonly chosen: Persona | undefined;
  readonly onChoose: (persona: Persona) => void;
};

/** The people of the evaluation, as real radio buttons in frames. */
export const PersonaChoice = ({ personas, chosen, onChoose }: PersonaChoiceProps) => (
  <fieldset className="personas">
    <legend className="usa-label">Person</legend>
    {personas.map((persona) => (
      <label key={persona.persona} className="persona">
        <input
          type="radio"
          name="persona"
          value={persona.persona}
          checked={persona === chosen}
          onChange={() => onChoose(persona)}
        />
        <span className="persona__name">{persona.name}</span>
        <span className="persona__title">{persona.title}</span>
        <span className="persona__roles">
          {persona.roles.map((role) => (
            <Tag key={role}>{roleLabels[role]}</Tag>
          ))}
          {persona.section !== null && <Tag>{persona.section}</Tag>}
        </span>
      </label>
    ))}
  </fieldset>
);
