const keyOf = (hallId: string, questionnaireId: string) => `shouwen.codes.${hallId}.${questionnaireId}`;

/** The last serial that this machine printed for a questionnaire; 0 at first. The server keeps no list: the same serial is the same code. */
export function lastPrinted(hallId: string, questionnaireId: string): number {
  try {
    return Math.max(0, Number(localStorage.getItem(keyOf(hallId, questionnaireId))) || 0);
  } catch {
    return 0;
  }
}

export function rememberPrinted(hallId: string, questionnaireId: string, serial: number): void {
  try {
    if (serial > lastPrinted(hallId, questionnaireId))
      localStorage.setItem(keyOf(hallId, questionnaireId), String(serial));
  } catch {
    // A full or forbidden storage costs only the memory of it.
  }
}
