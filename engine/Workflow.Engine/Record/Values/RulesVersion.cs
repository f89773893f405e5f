namespace Workflow.Engine.Record.Values;

/// <summary>
/// The versions of the rules by which engines have decided. A recorded decision is decided again by the version that it was
/// decided by, so that what changed since changes nothing that is written.
/// </summary>
public static class RulesVersion
{
    /// <summary>The version by which this engine decides what is new.</summary>
    public const int Current = SoundEnds;

    /// <summary>The first of the versions recorded.</summary>
    public const int First = 1;

    /// <summary>
    /// From here on a party does nothing for an office in their own case, no rule passes a step again after a return, a reminder
    /// comes again once the last day has moved, the number of a paper has the year of its date, and on the straight way back no step
    /// stands that does not apply any more.
    /// </summary>
    internal const int StepsBack = 2;

    /// <summary>From here on whoever lodges keeps no officer from acting by naming them as a party: they themselves or an officer confirm it.</summary>
    internal const int NamedParties = 3;

    /// <summary>From here on a correction of the form asks again what was asked of the old value, and moves no row that was worked on; where a field names no office, nobody is there.</summary>
    internal const int Corrections = 4;

    /// <summary>
    /// From here on a paper is served on each of its addressees, each with a receipt of its own; what was handed over has a signer,
    /// and nothing proves the service of nothing.
    /// </summary>
    internal const int Addressees = 5;

    /// <summary>From here on a called case knows the cases above the one that called it, and calls do not go down without end.</summary>
    internal const int Calls = 6;

    /// <summary>
    /// From here on a step that is done anew at any time does what follows from its outcome anew, how often an outcome may be taken
    /// is counted from there and from an order that opens the case again, the bound of a way back holds for the rows of a step, and
    /// a clock with several starts runs again from a start after its end.
    /// </summary>
    internal const int BeginsAnew = 7;

    /// <summary>
    /// From here on everybody has the rights of their own place and no more: a party returns nothing unasked and backdates nothing,
    /// whom others call a party is one when they say so or the head of the leading office does, clocks, materials and added voices
    /// are for whose they are, what was handed over stands, and silence does nothing that a person may not.
    /// </summary>
    internal const int OwnRights = 8;

    /// <summary>From here on nobody jumps to a step that could not be finished, and too few members decide nothing by silence.</summary>
    internal const int SoundEnds = 9;
}
