using Workflow.Definitions.Due;

namespace Workflow.Host.Answers;

/// <summary>A moment that a request asks about.</summary>
public static class AskedMoment
{
    /// <summary>Reads one; null for none. Without an offset it is read in the zone of the authority, and a day alone means its end.</summary>
    /// <param name="name">What the request calls it.</param>
    /// <param name="text">What it gives.</param>
    /// <exception cref="RequestRefusedException">It is no moment.</exception>
    public static WrittenMoment? Read(string name, string? text) =>
        text is null ? null : WrittenMoment.Read(text) ?? throw RequestRefusals.NoMoment(name);
}
