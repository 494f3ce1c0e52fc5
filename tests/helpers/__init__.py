"""What tests share: guards, doubles, a look into the source."""
