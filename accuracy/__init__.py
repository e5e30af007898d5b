"""How right Reconcile is on labelled pairs of texts that were written for it: cases, figures, floors."""
