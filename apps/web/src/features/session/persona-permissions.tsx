import { permissionGroups } from './permission-words.ts';
import type { Persona } from './persona-choice.tsx';

/** What the chosen person may do, in words: nobody should have to find out by being refused. */
export const PersonaPermissions = ({ persona }: { persona: Persona }) => (
  <div className="permissions">
    {permissionGroups(persona.permissions, persona).map(({ title, lines }) => (
      <section key={title}>
        <h3>{title}</h3>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    ))}
  </div>
);
