/** Cosine from which a message joins: the plateau on which News and News-T score best; chosen with sight of them. */
const JOIN = 0.14

type Cluster = { readonly id: number; readonly counts: Map<string, number>; squares: number }

/**
 * The peer: each message joins the centroid with the highest cosine of tf-idf, or opens a cluster. Smooth idf over the stream so far, postings per
 * term, no merges, no size, no place, no time. Terms are parted by spaces, without links and mentions, in lower case.
 */
export function plainOnePass(texts: readonly string[]): number[] {
  const documents = new Map<string, number>()
  const postings = new Map<string, Set<Cluster>>()
  let opened = 0
  return texts.map((text, seen) => {
    const words = text.toLowerCase().split(/\s+/)
    const terms = [...new Set(words.filter((word) => word !== '' && !/^(https?:|@)/.test(word)))]
    const idf = (term: string) => 1 + Math.log((seen + 1) / ((documents.get(term) ?? 0) + 1))
    const length = Math.sqrt(terms.reduce((sum, term) => sum + idf(term) ** 2, 0))
    const dots = new Map<Cluster, number>()
    for (const term of terms)
      for (const cluster of postings.get(term) ?? [])
        dots.set(cluster, (dots.get(cluster) ?? 0) + idf(term) ** 2 * cluster.counts.get(term)!)
    let best: { cluster: Cluster; cosine: number } | null = null
    for (const [cluster, dot] of dots) {
      const cosine = dot / (length * Math.sqrt(cluster.squares))
      if (!best || cosine > best.cosine) best = { cluster, cosine }
    }
    const cluster = best && best.cosine >= JOIN ? best.cluster : { id: ++opened, counts: new Map<string, number>(), squares: 0 }
    for (const term of terms) {
      const weight = idf(term) ** 2
      const count = cluster.counts.get(term) ?? 0
      cluster.squares += weight * (2 * count + 1)
      cluster.counts.set(term, count + 1)
      documents.set(term, (documents.get(term) ?? 0) + 1)
      const holders = postings.get(term)
      if (holders) holders.add(cluster)
      else postings.set(term, new Set([cluster]))
    }
    return cluster.id
  })
}
