using Workflow.Engine.Messages;

namespace Workflow.Engine.Processes;

/// <summary>统一社会信用代码 (GB 32100-2015): 18 characters, of which the ninth to the seventeenth are an organisation code.</summary>
public static class SocialCreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;

    // GB 32100-2015: the weights are 3 to the power of the position, modulo 31.
    private static ReadOnlySpan<int> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>Returns null for a code whose characters and both check characters are right, else what was expected and found.</summary>
    public static Message? Check(string code)
    {
        if (code.Length != Length)
            return CodeFaults.Length(Length, code.Length);
        for (var i = 0; i < Length; i++)
            if (Fault(code[i], i) is { } wrong)
                return wrong;
        if (OrganisationCode.Check(code[8..17]) is { } inner)
            return inner;
        var expected = CheckCharacter(code[..17]);
        return expected == code[17] ? null : CodeFaults.CheckCharacter(code, expected, code[17]);
    }

    /// <summary>Returns the eighteenth character for the first seventeen.</summary>
    /// <exception cref="ArgumentException">Not 17 characters of the alphabet.</exception>
    public static char CheckCharacter(string firstSeventeen)
    {
        if (firstSeventeen.Length != Weights.Length || firstSeventeen.AsSpan().ContainsAnyExcept(Alphabet))
            throw new ArgumentException($"Expected 17 characters of {Alphabet}, but found '{firstSeventeen}'.", nameof(firstSeventeen));
        return Alphabet[(Alphabet.Length - WeightedSum(firstSeventeen) % Alphabet.Length) % Alphabet.Length];
    }

    private static int WeightedSum(string firstSeventeen)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += Alphabet.IndexOf(firstSeventeen[i]) * Weights[i];
        return sum;
    }

    // The third to the eighth are the administrative division (GB/T 2260), in digits.
    private static Message? Fault(char c, int at) =>
        at is >= 2 and < 8
            ? char.IsAsciiDigit(c)
                ? null
                : CodeFaults.Division(at + 1, c)
            : Alphabet.Contains(c)
                ? null
                : CodeFaults.Character(at + 1, c);
}
