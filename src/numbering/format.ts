/** +78005500500 as `8 800 550-05-00`, other Russian numbers as `+7 926 111-05-00`, anything else as it stands. */
export function formatNumber(e164: string): string {
  const parts = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(e164);
  if (!parts) return e164;
  const [, code, a, b, c] = parts;
  // Service codes are dialled with the trunk 8; from abroad they do not answer.
  return `${code?.startsWith("80") ? "8" : "+7"} ${code} ${a}-${b}-${c}`;
}
