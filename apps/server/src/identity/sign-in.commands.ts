import { Email, Id, Secret, Text } from '@app/kernel';

export class SignIn {
  @Text({ max: 254, required: true, label: 'your e-mail address' }) email: string;
  @Secret({ label: 'your password' }) password: string;
  @Text({ max: 2000 }) return?: string | null;
}

export class ForgetPassword {
  @Email({ required: true, label: 'your e-mail address' }) email: string;
}

export class SetPassword {
  @Secret({ label: 'a password' }) password: string;
}

export class ActFor {
  @Id({ required: true, label: 'an organisation' }) membershipId: string;
}
