package dev.almanac.terminal.live;

import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.api.LiveMessage;
import dev.almanac.terminal.board.Link;
import dev.almanac.terminal.board.Message;
import java.time.Duration;

/** Hears of changes for as long as the program runs. */
final class Listening implements Runnable {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(15);

    private final Api api;
    private final Inbox inbox;

    Listening(Api api, Inbox inbox) {
        this.api = api;
        this.inbox = inbox;
    }

    @Override
    public void run() {
        try {
            while (true) {
                follow();
                Thread.sleep(AGAIN_AFTER);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is refused now may not be later: a token is renewed, an instance has room again. */
    private void follow() throws InterruptedException {
        try {
            api.changes(null).follow(this::hear);
        } catch (RuntimeException refused) {
            inbox.put(new Message.LinkIs(Link.OFFLINE));
        }
    }

    private void hear(LiveMessage message) {
        switch (message) {
            case LiveMessage.Opened _ -> inbox.put(new Message.LinkIs(Link.LIVE));
            case LiveMessage.Changed _, LiveMessage.Gap() -> inbox.put(new Message.Changed());
            case LiveMessage.Lost _ -> inbox.put(new Message.LinkIs(Link.OFFLINE));
        }
    }
}
