namespace Workflow.Storage.Sweeping;

/// <summary>When to try again what failed.</summary>
internal static class Backoff
{
    /// <summary>After so many tries a person must look: with doubling from one second that is about a day and a half.</summary>
    internal const int MostTries = 17;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>Returns when to try next after so many failures; at least 1.</summary>
    internal static DateTimeOffset Next(DateTimeOffset now, long tries) => now + First * Math.Pow(2, Math.Min(tries, MostTries) - 1);

    /// <summary>Returns the latest moment that a next try can lie at.</summary>
    internal static DateTimeOffset Furthest(DateTimeOffset now) => Next(now, MostTries);

    internal static bool IsDead(long tries) => tries >= MostTries;
}
