package dev.almanac.command.rejection;

public record SubjectDoesNotExist(String what, String id) implements Rejection.Missing {
    @Override
    public String detail() {
        return what + " " + id + " does not exist";
    }
}
