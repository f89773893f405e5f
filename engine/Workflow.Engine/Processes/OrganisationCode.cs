using Workflow.Engine.Messages;

namespace Workflow.Engine.Processes;

/// <summary>组织机构代码 (GB 11714-1997): eight characters and a check character, written here without the hyphen.</summary>
public static class OrganisationCode
{
    private const int Length = 9;

    // GB 11714-1997.
    private const int Modulus = 11;

    private static ReadOnlySpan<int> Weights => [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Returns null for a right code, else what was expected and found.</summary>
    public static Message? Check(string code)
    {
        if (code.Length != Length)
            return CodeFaults.Length(Length, code.Length);
        for (var i = 0; i < Weights.Length; i++)
            if (Value(code[i]) < 0)
                return CodeFaults.Letter(i + 1, code[i]);
        var expected = CheckCharacter(code[..8]);
        return expected == code[8] ? null : CodeFaults.CheckCharacter(code, expected, code[8]);
    }

    /// <summary>Returns the ninth character for the first eight.</summary>
    /// <exception cref="ArgumentException">Not eight digits or capital letters.</exception>
    public static char CheckCharacter(string firstEight)
    {
        if (firstEight.Length != Weights.Length || firstEight.Any(c => Value(c) < 0))
            throw new ArgumentException($"Expected 8 digits or capital letters, but found '{firstEight}'.", nameof(firstEight));
        return (Modulus - WeightedSum(firstEight) % Modulus) switch
        {
            11 => '0',
            10 => 'X',
            var digit => (char)('0' + digit),
        };
    }

    private static int WeightedSum(string firstEight)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += Value(firstEight[i]) * Weights[i];
        return sum;
    }

    // Letters are 10 to 35 by the plain alphabet, unlike GB 32100, which leaves five out.
    private static int Value(char c) =>
        char.IsAsciiDigit(c) ? c - '0'
        : char.IsAsciiLetterUpper(c) ? c - 'A' + 10
        : -1;
}
