# What `swift test` says, in few lines: progress, each failure with its details, what is skipped and
# why, and one summary last. It reads the output while it comes; all of it is in the log.

BEGIN { step = 250 }

/^(✔|✘) Test run/ { summary = $0; fails = 0; next }
# A test that failed has said so where it failed.
/^✘ Suite/ || /^✘ Test .* failed after/ { fails = 0; next }
/^✔ Test / { fails = 0; if (++passed % step == 0) { print passed " tests réussis"; fflush() } next }
# Hundreds of tests may lack the same tool: one line for each reason.
/^➜ / {
  fails = 0
  reason = sub(/^.* skipped: /, "") ? $0 : "sans raison donnée"
  if (!(reason in skipped)) { reasons[++count] = reason }
  skipped[reason]++
  next
}
/^(✔|◇) / { fails = 0; next }
/^✘ / { fails = 1 }
fails || /[Ff]atal error|error:|Another instance/ { print; fflush() }

END {
  for (i = 1; i <= count; i++) { print "➜ sauté, " skipped[reasons[i]] " fois : " reasons[i] }
  print summary == "" ? "✘ swift test s’est arrêté avant son bilan : voir .build/test.log" : summary
}
