const HANDLE =
  /(?<![\p{L}\p{N}._@/])@(?!(?:gemeente|politie|brandweer)[\p{L}\p{N}_]{0,40}(?![\p{L}\p{N}_]))[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,60}[\p{L}\p{N}_])?(?:@[\p{L}\p{N}.-]{3,60})?/giu
const PROFILE =
  /(?:https?:\/\/)?(?:www\.|m\.)?(?:facebook\.com|instagram\.com|twitter\.com|x\.com|tiktok\.com|linkedin\.com\/in|bsky\.app\/profile|threads\.net|t\.me)\/@?[\p{L}\p{N}_.-]{2,80}/giu
const PAGES = /\/(?:groups|events|watch|p|reel|hashtag|search|share|photo|gemeente[^/]{0,60})$/i

/** Handles and profile links; those of a gemeente, the police or the fire brigade are no person's and stay. */
export function maskAccounts(text: string, found: () => void): string {
  const replace = (whole: string) => {
    if (PAGES.test(whole)) return whole
    found()
    return '[account]'
  }
  const links = text.includes('/') ? text.replace(PROFILE, replace) : text
  return links.includes('@') ? links.replace(HANDLE, replace) : links
}
