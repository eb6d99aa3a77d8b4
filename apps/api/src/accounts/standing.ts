import { directoryRepository, type Queries } from '@fbs/db';

/** Has set a password, was in by another way, or needs no password. */
export const hasEntered = ({ password, lastSignIn, persona }: directoryRepository.DirectoryRow): boolean =>
  password || lastSignIn !== null || persona;

/** Whether anybody can let others in; the people of the evaluation cannot, once it is over. */
export const hasAdministrator = async (queries: Queries): Promise<boolean> =>
  (await directoryRepository.listDirectory(queries)).some(
    (person) => person.active && !person.persona && person.roles.includes('administrator') && hasEntered(person),
  );
