"""工作台: where staff work: cases by due day, a case and its next lawful steps, supervision, administration."""
