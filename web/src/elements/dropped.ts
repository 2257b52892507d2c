/** What lies in a drop: files to read, or the folder that was taken for one. */

export type Dropped = {files: File[]} | {folder: string} | null;

/** To be asked while the drop event lasts: afterwards the browser forgets. Null where nothing of ours was dropped. */
export function dropped(data: DataTransfer | null): Dropped {
  if (!data) return null;
  for (const item of data.items) {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    if (entry?.isDirectory) return {folder: entry.name};
  }
  const files = [...data.files];
  return files.length > 0 ? {files} : null;
}

/** Whether a drag over the page brings files, which it may not show before they are dropped. */
export function bringsFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false;
}
