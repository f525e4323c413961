/** A translated sentence whose `<b>…</b>` is set bold: `t('ahead')` = "前面 <b>1</b> 人". Nothing else is understood. */
export function BoldText({ text }: { text: string }) {
  return text.split(/<b>(.*?)<\/b>/).map((piece, index) => (index % 2 === 1 ? <b key={index}>{piece}</b> : piece));
}
