/** Whether the service still takes work. */
export type RunState = { readonly isStopping: () => boolean; readonly beginStopping: () => void };

export const createRunState = (): RunState => {
  let stopping = false;
  return {
    isStopping: () => stopping,
    beginStopping: () => {
      stopping = true;
    },
  };
};
