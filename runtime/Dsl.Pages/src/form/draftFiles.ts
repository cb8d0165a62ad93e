// The files of a draft by their names below the folder that was chosen.
const Wanted = /\.(policy|txt)$|^policy\.json$/;

/** The texts of the files of policies; others of the folder are left out. */
export async function filesOf(list: Iterable<File>): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const file of list) {
    const name = nameBelow(file.webkitRelativePath || file.name);
    if (Wanted.test(name)) files[name] = await file.text();
  }
  return files;
}

/** Without the name of the folder itself. */
const nameBelow = (path: string): string => (path.includes('/') ? path.slice(path.indexOf('/') + 1) : path);
