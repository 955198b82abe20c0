-- What an event holds is known from its changes: nobody looks for claims by their event.
drop index slot_claim_schedule;
