// Shows what the page asks to be shown, and opens the page behind a notice. It keeps nothing and answers no requests.
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const path = event.notification.data?.path ?? '/'
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then(async (windows) => {
      const desk = windows.find((one) => !new URL(one.url).pathname.startsWith('/wand'))
      if (!desk) return self.clients.openWindow(path)
      await desk.focus()
      return desk.navigate(path)
    }),
  )
})
