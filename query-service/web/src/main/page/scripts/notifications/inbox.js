/** How much of what somebody was told they have not read yet: asked once, and again whenever they are told something. */

/** @param {import('../app/live.js').ChangeMessage} message */
export function concernsInbox(message) {
  return message.type.startsWith('Notification');
}

/** @param {import('../app/app.js').App} app @returns {Promise<number | null>} null where nobody answered */
export async function unreadCount(app) {
  try {
    return (await app.api.queries.countNotifications()).unread;
  } catch {
    // It is told with the next change, and what is offline is said already.
    return null;
  }
}
