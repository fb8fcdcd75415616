// No page asks anything of another host.
export const name = 'origin';

export async function run({ on }) {
  return on.foreign.map((url) => `asks for ${url}`);
}
