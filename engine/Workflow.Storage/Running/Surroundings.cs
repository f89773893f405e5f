using System.Security.Cryptography;

namespace Workflow.Storage.Running;

/// <summary>Everything outside the database that deciding needs. Asked by many threads at once.</summary>
public sealed record Surroundings
{
    /// <summary>The register of people and offices, and the catalogue.</summary>
    public required RegisterAnswers Register { get; init; }

    /// <summary>The calendars.</summary>
    public required AuthorityCalendars Calendars { get; init; }

    /// <summary>Where the recorded moment comes from; a simulation gives its own.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where 32 bytes of chance come from, for the seeds of draws and the salts of sealed values.</summary>
    public Func<byte[]> Chance { get; init; } = () => RandomNumberGenerator.GetBytes(ChanceBytes);

    private const int ChanceBytes = 32;
}
