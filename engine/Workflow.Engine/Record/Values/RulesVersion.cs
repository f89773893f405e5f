namespace Workflow.Engine.Record.Values;

/// <summary>
/// The versions of the rules by which engines have decided. Every entry keeps the one that decided it and is decided again by that
/// one, so that what a release changes changes nothing that is written.
/// </summary>
/// <remarks>
/// <para>
/// A release that would conclude something else from a recorded command and its facts adds a version: a constant here that is named for
/// what is new and says it, with <see cref="Current"/> moved to it. Where the two part, the decider asks <see cref="Stamp.Rules"/> for at
/// least that constant, and for nothing else; a test decides one case by both. The histories of the tests go on being decided by the
/// version that their entries name.
/// </para>
/// <para>Words that are not stored need no version, nor does what is admitted now and was refused before: a refusal is not recorded.</para>
/// </remarks>
public static class RulesVersion
{
    /// <summary>The first version.</summary>
    public const int First = 1;

    /// <summary>The version by which this engine decides what is new.</summary>
    public const int Current = First;
}
