'use server';

import {
  ChangeName,
  ChangePassword,
  ChangeTheme,
  CreateToken,
  changeName,
  changePassword,
  changeTheme,
  createTokenFor,
  RevokeToken,
  revokeToken,
  SignIn,
  SignUp,
  signIn,
  signUp,
} from '@/lib/auth/accounts';
import { action } from '@/lib/auth/action';
import { DeleteMe, deleteMe } from '@/lib/usecases/person';

export const signInAction = action('action signIn', SignIn, signIn, (_value, { next }) => next);
export const signUpAction = action('action signUp', SignUp, signUp, (_value, { next }) => next);
export const changePasswordAction = action('action changePassword', ChangePassword, changePassword);
export const changeNameAction = action('action changeName', ChangeName, changeName);
export const changeThemeAction = action('action changeTheme', ChangeTheme, changeTheme);
export const createTokenAction = action('action createToken', CreateToken, createTokenFor);
export const deleteMeAction = action('action deleteMe', DeleteMe, deleteMe, '/');
export const revokeTokenAction = action('action revokeToken', RevokeToken, revokeToken, '/settings#tokens');
