// Entry point of the `policy` command.
return 2;
