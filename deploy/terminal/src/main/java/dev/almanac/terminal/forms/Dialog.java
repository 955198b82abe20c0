package dev.almanac.terminal.forms;

/** What is asked before something is done. */
public sealed interface Dialog permits Foreseeing, Confirmation, JumpDialog, SearchDialog, FilterDialog {
    Form form();

    Dialog with(Form form);
}
