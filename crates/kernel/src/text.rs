//! Vietnamese text: normal form, folding, sorting.
