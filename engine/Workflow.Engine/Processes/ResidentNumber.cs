using System.Globalization;
using Workflow.Engine.Messages;

namespace Workflow.Engine.Processes;

/// <summary>公民身份号码 (GB 11643-1999): six digits of the place, the day of birth, three of the order, and a check character.</summary>
public static class ResidentNumber
{
    private const int Length = 18;
    private const int CheckAt = Length - 1;

    // Nobody who was born before has a number of this kind.
    private static readonly DateOnly FirstBirth = new(1880, 1, 1);

    // GB 11643-1999: the weights are 2 to the power of the place from the right, modulo 11.
    private static ReadOnlySpan<int> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    // The check character for each remainder modulo 11.
    private const string Checks = "10X98765432";

    /// <summary>Returns null for a number whose characters, day of birth and check character are right, else what was expected. What is told does not repeat the number, which is personal.</summary>
    public static Message? Check(string number)
    {
        if (number.Length != Length)
            return CodeFaults.Length(Length, number.Length);
        for (var i = 0; i < CheckAt; i++)
            if (!char.IsAsciiDigit(number[i]))
                return CodeFaults.Digit(i + 1);
        if (!IsBirth(number[6..14]))
            return CodeFaults.Birth();
        return CheckCharacter(number[..CheckAt]) == number[CheckAt] ? null : CodeFaults.ResidentCheck();
    }

    /// <summary>Returns the eighteenth character for the first seventeen.</summary>
    /// <exception cref="ArgumentException">Not 17 digits.</exception>
    public static char CheckCharacter(string firstSeventeen)
    {
        if (firstSeventeen.Length != Weights.Length || !firstSeventeen.All(char.IsAsciiDigit))
            throw new ArgumentException("Expected 17 digits.", nameof(firstSeventeen));
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (firstSeventeen[i] - '0') * Weights[i];
        return Checks[sum % Checks.Length];
    }

    private static bool IsBirth(string digits) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstBirth;
}
