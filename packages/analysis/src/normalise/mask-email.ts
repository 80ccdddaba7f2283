const LOCAL = String.raw`(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}_](?:[\p{L}\p{N}._%+'-]{0,63})`
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,40})`
const PLAIN = new RegExp(String.raw`${LOCAL} ?@ ?(?:${LABEL}\. ?){1,5}?(?:\p{L}{2,24})(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])`, 'gu')
const AT = String.raw`(?: ?[([{](?:at|@|apenstaart(?:je)?)[)\]}] ?| at | apenstaart(?:je)? )`
const DOT = String.raw`(?:\.| ?[([{](?:dot|punt|\.)[)\]}] ?| punt | dot )`
const TLD = '(?:nl|com|net|org|be|de|eu|info|nu|frl|amsterdam|email|me|io)'
const SPELLED = new RegExp(String.raw`${LOCAL}${AT}(?:${LABEL}${DOT}){1,3}?${TLD}(?![\p{L}\p{N}])`, 'giu')

/** E-mail addresses, also with blanks round the @ and spelled out ("jan at voorbeeld punt nl"). */
export function maskEmail(text: string, found: () => void): string {
  const replace = () => {
    found()
    return '[e-mail]'
  }
  const plain = text.includes('@') ? text.replace(PLAIN, replace) : text
  return /at|@|apenstaart/i.test(plain) ? plain.replace(SPELLED, replace) : plain
}
