"""What printed things share: beginning a print, tables, cards to cut, lines to write on, and charts."""
