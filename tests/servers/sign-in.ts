/** The cookie of a new session of one of the invented people. */
export const signIn = async (address: string, persona: string): Promise<string> => {
  const reply = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  return (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
};
