namespace Workflow.Engine.Processes;

/// <summary>统一社会信用代码 (GB 32100-2015): 18 characters, of which the ninth to the seventeenth are an organisation code.</summary>
public static class SocialCreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;

    // GB 32100-2015: the weights are 3 to the power of the position, modulo 31.
    private static ReadOnlySpan<int> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>Returns null for a code whose characters and both check characters are right, else a sentence with what was expected and found.</summary>
    public static string? Check(string code)
    {
        if (code.Length != Length) return $"Expected {Length} characters, but found {code.Length}.";
        for (var i = 0; i < Length; i++)
            if (Fault(code[i], i) is { } expected) return $"Expected {expected} as character {i + 1}, but found '{code[i]}'.";
        if (OrganisationCode.Check(code[8..17]) is not null)
            return $"Expected '{OrganisationCode.CheckCharacter(code[8..16])}' as check character of the organisation code {code[8..17]}, but found '{code[16]}'.";
        return CheckCharacter(code[..17]) == code[17] ? null : $"Expected '{CheckCharacter(code[..17])}' as check character of {code}, but found '{code[17]}'.";
    }

    /// <summary>Returns the eighteenth character for the first seventeen.</summary>
    /// <exception cref="ArgumentException">Not 17 characters of the alphabet.</exception>
    public static char CheckCharacter(string firstSeventeen)
    {
        if (firstSeventeen.Length != Weights.Length || firstSeventeen.AsSpan().ContainsAnyExcept(Alphabet))
            throw new ArgumentException($"Expected 17 characters of {Alphabet}, but found '{firstSeventeen}'.", nameof(firstSeventeen));
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += Alphabet.IndexOf(firstSeventeen[i]) * Weights[i];
        return Alphabet[(Alphabet.Length - sum % Alphabet.Length) % Alphabet.Length];
    }

    // The third to the eighth are the administrative division (GB/T 2260), in digits.
    private static string? Fault(char c, int at) =>
        at is >= 2 and < 8 ? char.IsAsciiDigit(c) ? null : "a digit of the administrative division"
        : Alphabet.Contains(c) ? null : "a digit or a capital letter other than I, O, S, V, Z";
}
