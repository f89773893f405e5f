using Workflow.Engine.Messages;

namespace Workflow.Engine.Processes;

/// <summary>What is wrong with an organisation code, a unified social credit code or an identity number.</summary>
internal static class CodeFaults
{
    /// <summary>Too many characters, or too few.</summary>
    internal static Message Length(int length, int found) => new("field.code_length", ("length", length), ("found", found));

    /// <summary>A character that the alphabet of the credit code leaves out.</summary>
    /// <param name="place">Its place, from 1.</param>
    /// <param name="found">The character.</param>
    internal static Message Character(int place, char found) => new("field.code_character", ("place", place), ("found", $"{found}"));

    /// <summary>A character that is neither a digit nor a capital letter.</summary>
    /// <param name="place">Its place, from 1.</param>
    /// <param name="found">The character.</param>
    internal static Message Letter(int place, char found) => new("field.code_letter", ("place", place), ("found", $"{found}"));

    /// <summary>No digit where the administrative division stands.</summary>
    /// <param name="place">Its place, from 1.</param>
    /// <param name="found">The character.</param>
    internal static Message Division(int place, char found) => new("field.code_division", ("place", place), ("found", $"{found}"));

    /// <summary>No digit in an identity number.</summary>
    /// <param name="place">Its place, from 1.</param>
    internal static Message Digit(int place) => new("field.code_digit", ("place", place));

    /// <summary>No day of birth where it stands in an identity number.</summary>
    internal static Message Birth() => new("field.code_birth");

    /// <summary>A check character of an identity number that does not fit the rest.</summary>
    internal static Message ResidentCheck() => new("field.code_resident_check");

    /// <summary>A wrong check character.</summary>
    internal static Message CheckCharacter(string code, char expected, char found) =>
        new("field.code_check", ("code", code), ("expected", $"{expected}"), ("found", $"{found}"));
}
