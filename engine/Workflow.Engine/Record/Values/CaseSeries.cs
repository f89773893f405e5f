using System.Globalization;

namespace Workflow.Engine.Record.Values;

/// <summary>The series that the numbers of cases of an item are taken from in a year. It is stored as one text, which only this type writes and reads.</summary>
/// <param name="Stem">How the numbers begin: the item's code and the year.</param>
public sealed record CaseSeries(string Stem)
{
    private const string Word = "case ";

    /// <summary>Returns the series of an item in a year.</summary>
    public static CaseSeries Of(string item, int year) => new(string.Create(CultureInfo.InvariantCulture, $"{item}-{year}"));

    /// <summary>Returns the series that a stored text names; null for one of papers.</summary>
    public static CaseSeries? Read(string stored) =>
        stored.StartsWith(Word, StringComparison.Ordinal) ? new CaseSeries(stored[Word.Length..]) : null;

    /// <summary>Returns the number of the case that takes a serial, from 1.</summary>
    public string Number(long serial) => string.Create(CultureInfo.InvariantCulture, $"{Stem}-{serial:000000}");

    /// <summary>Returns the stored text.</summary>
    public override string ToString() => Word + Stem;
}
