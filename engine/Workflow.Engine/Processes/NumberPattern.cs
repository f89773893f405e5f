using System.Globalization;

namespace Workflow.Engine.Processes;

/// <summary>How the number of a paper is written: a text with places for the year, the mark of the organ and the serial within these two.</summary>
public static class NumberPattern
{
    /// <summary>The place of the four digits of the year.</summary>
    public const string Year = "<year>";

    /// <summary>The place of the mark of the organ that issues the paper.</summary>
    public const string Mark = "<mark>";

    /// <summary>The place of the serial, which every pattern has.</summary>
    public const string Serial = "<serial>";

    /// <summary>Returns the series that a pattern makes of a year and a mark: all but the serial.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="year">The year's digits.</param>
    /// <param name="mark">The organ's mark; null where it has none.</param>
    public static string Series(string pattern, string year, string? mark) =>
        pattern.Replace(Year, year, StringComparison.Ordinal).Replace(Mark, mark, StringComparison.Ordinal);

    /// <summary>Returns the number that has a serial in a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="serial">The serial, from 1.</param>
    public static string Number(string series, long serial) =>
        series.Replace(Serial, serial.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Whether a text is a pattern: it has a place for the serial, and no place of an unknown name.</summary>
    public static bool Is(string text) =>
        text.Contains(Serial, StringComparison.Ordinal) && Number(Series(text, "", null), 0).IndexOfAny(['<', '>']) < 0;
}
