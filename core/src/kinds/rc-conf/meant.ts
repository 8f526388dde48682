/** What somebody meant who wrote neither yes nor no. */

export function nearMeant(written: string): 'YES' | 'NO' | undefined {
  const word = written.trim().toLowerCase();
  if (/^(?:y|ye|yse|yess|ja|oui|si|t|enabled?|on\W|yes\W*|true\W*)$/.test(word)) return 'YES';
  return /^(?:n|none|nein|non|f|disabled?|of|no\W+|false\W+|never)$/.test(word) ? 'NO' : undefined;
}
