/** The address of a list with its parameters; what is not given is left out. */
export function hrefOf(path: string, parameters: Readonly<Record<string, string | null | undefined>>): string {
  const given = new URLSearchParams(Object.entries(parameters).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return given.size > 0 ? `${path}?${given.toString()}` : path;
}
