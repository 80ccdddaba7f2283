declare module 'natural/lib/natural/stemmers/porter_stemmer_nl.js' {
  const stemmer: { stem(word: string): string }
  export default stemmer
}
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string }
  export default stemmer
}
declare module 'natural/lib/natural/util/stopwords_nl.js' {
  export const words: readonly string[]
}
declare module 'natural/lib/natural/util/stopwords.js' {
  export const words: readonly string[]
}
