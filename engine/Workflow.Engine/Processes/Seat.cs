namespace Workflow.Engine.Processes;

/// <summary>
/// What the seat of one person is called on the roll of a joint review where everybody who holds a post answers: the participant
/// and the person, as in <c>government.member/li-ming</c>.
/// </summary>
public static class Seat
{
    private const char Holder = '/';

    /// <summary>Returns the key of a person's seat.</summary>
    /// <param name="participant">The participant's key.</param>
    /// <param name="person">Id of the natural person.</param>
    public static string Of(string participant, string person) => $"{participant}{Holder}{person}";

    /// <summary>Whether a key on the roll is that of a seat.</summary>
    public static bool Is(string key) => key.Contains(Holder, StringComparison.Ordinal);

    /// <summary>Returns the key of the participant for which a key on the roll stands: its own, where it is no seat's.</summary>
    public static string ParticipantOf(string key) => Is(key) ? key[..key.IndexOf(Holder, StringComparison.Ordinal)] : key;

    /// <summary>Returns whose seat it was at the opening; null for a key that is no seat's.</summary>
    public static string? PersonOf(string key) => Is(key) ? key[(key.IndexOf(Holder, StringComparison.Ordinal) + 1)..] : null;
}
