const GROUPS: readonly (readonly [number, string])[] = [
  [0.9, '😀 😃 😄 😁 😊 😍 🥰 😘 🤩 🥳 😻 ❤ ❤️ 💚 💙 💛 💜 🧡 💕 💖 💗 💯 🎉 🎊 👏 🙌 🏆 🌟 ⭐ 🤗 😇 💪 👌 <3'],
  [0.7, '👍 🙂 😎 😋 😌 🙏 ☺ ☺️ 💐 🌹 🌷 🌻 🌸 🌼 ☀ ☀️ 🌞 🤝 ✅ ✨ 🥂 🍻 😺 😸 :) :-) :D :-D ;) ;-) =) 8) ^^ 🫶 🫡'],
  [0.3, '😂 🤣 😅 😆 😜 😉 🍀 🌳 🌱 🤞 :P :-P :p'],
  [-0.3, '🤔 😬 😐 😑 🙃 😶 🫤 ❓ ❗ ‼ ⁉ 🤷 🤦 :/ :-/ :| :-| :o :O'],
  [-0.7, '😒 😞 😔 😟 😕 🙁 ☹ ☹️ 😣 😖 😫 😩 😢 😭 😥 😓 😨 😰 😱 🥺 👎 💔 🙄 😤 🚫 ⚠ ⚠️ ❌ 🗑 🗑️ 🐀 :( :-( =( 😪 🤕 🤒 🥴'],
  [-0.9, '😠 😡 🤬 👿 😈 🤢 🤮 💩 🖕 🤡 😾 💀 ☠ 🔥🔥'],
]
const WEIGHTS = new Map(GROUPS.flatMap(([weight, signs]) => signs.split(/\s+/).map((sign) => [sign, weight] as const)))

/**
 * Polarity of one emoji or emoticon, −1 to 1; skin tone, sex and variation marks do not count; 0 when unknown. Source: own judgement.
 * @example emojiPolarity('👍🏽') // 0.7
 */
export function emojiPolarity(sign: string): number {
  const known = WEIGHTS.get(sign)
  if (known !== undefined) return known
  const first = String.fromCodePoint(sign.codePointAt(0) ?? 0)
  return WEIGHTS.get(first) ?? 0
}
