/** The line of a memory among exported ones, pinned or not; everything else of it stays as it is. */
export const pinnedLine = (lines: string, id: string, pinned: boolean): string | undefined => {
  for (const line of lines.split('\n')) {
    // Reading every line as JSON would take long; the id stands in those that are not the one too, as what superseded them.
    if (!line.includes(id)) continue;
    const record = JSON.parse(line) as { id: string };
    if (record.id === id) return `${JSON.stringify({ ...record, pinned })}\n`;
  }
  return undefined;
};
